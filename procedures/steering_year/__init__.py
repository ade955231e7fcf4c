"""One calendar year of steering the counties: what falls due when, and which rounds the ministries open."""
