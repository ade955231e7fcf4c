"""Additional funding of a county (lisärahoitus, tilläggsfinansiering): 617/2021 11, 26 and 30–31 §."""
