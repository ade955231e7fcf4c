"""Who acts, established: by an issuer of OpenID Connect, by the database server, or asserted (`docs/identity.md`)."""
