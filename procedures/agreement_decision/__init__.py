"""The Government's decision on an agreement of the counties: 612/2021 38 § and 39 § 6 mom., 615/2021 12 §."""
