"""The reform plan of one county that is in a special procedure or at risk of one."""
