"""The advisory board of the counties (hyvinvointialueneuvottelukunta): 611/2021 13 §, decree 25/2025."""
