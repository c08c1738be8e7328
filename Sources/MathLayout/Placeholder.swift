// MathLayout
