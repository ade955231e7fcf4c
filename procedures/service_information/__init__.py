"""The yearly information chain of health and social services (612/2021 29–31 §): who reports what, and by when."""
