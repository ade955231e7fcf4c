"""Changing a county's borrowing authority (lainanottovaltuuden muuttaminen): 611/2021 15 § 3–4 mom."""
