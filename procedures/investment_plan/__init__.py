"""The investment plan of a county (investointisuunnitelma, investeringsplan): 611/2021 16 §, 612/2021 25–26 §."""
