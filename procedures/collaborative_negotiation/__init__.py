"""The yearly negotiation on a cooperation agreement (YTA-neuvottelu): 612/2021 37 § 4 mom."""
