"""A joint message of the steering ministries: drafted, handled, approved, published, kept up to date."""
