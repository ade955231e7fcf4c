"""The interim evaluation of the reform: commissioned, done by independent experts, answered by the ministries."""
