"""The yearly information chain of rescue services (613/2021 13–15 §, 1213/2022): who reports what, and by when."""
