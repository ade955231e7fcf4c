"""The borrowing authority of a county (lainanottovaltuus, fullmakt att uppta lån): 611/2021 15 § 1–2 mom., 17–18 §."""
