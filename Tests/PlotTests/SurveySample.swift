import Plot

/// The survey's comparison on LLaVA-1.5-7B: method, tokens kept, relative cost, accuracy kept in %.
enum SurveySample {
  static let rows: [(method: String, tokens: Double, cost: Double, kept: Double)] = [
    ("No reduction", 576, 1.0000, 100.00),
    ("ToMe", 192, 0.3283, 88.49),
    ("FastV", 192, 0.3289, 87.75),
    ("SparseVLM", 192, 0.3545, 95.93),
    ("PyramidDrop", 192, 0.3283, 96.39),
    ("VisionZip", 192, 0.3283, 97.77),
    ("VScan", 192, 0.3289, 98.71),
    ("ToMe", 128, 0.2183, 80.38),
    ("FastV", 128, 0.2192, 81.22),
    ("SparseVLM", 128, 0.2500, 93.27),
    ("PyramidDrop", 128, 0.2183, 95.20),
    ("VisionZip", 128, 0.2183, 96.21),
    ("VScan", 128, 0.2186, 98.04),
    ("ToMe", 64, 0.1089, 70.12),
    ("FastV", 64, 0.1101, 71.10),
    ("SparseVLM", 64, 0.1418, 86.52),
    ("PyramidDrop", 64, 0.1089, 84.46),
    ("VisionZip", 64, 0.1089, 92.74),
    ("VScan", 64, 0.1089, 95.90),
  ]

  static let data = ChartData([
    ChartColumn("method", values: rows.map { .text($0.method) }),
    ChartColumn("tokens", values: rows.map { .number($0.tokens) }),
    ChartColumn("cost", values: rows.map { .number($0.cost) }),
    ChartColumn("kept", values: rows.map { .number($0.kept) }),
  ])

  /// The chart as the survey's chapter asks for it.
  static let json = """
    {"mark": {"type": "pareto"}, "encoding": {
      "x": {"field": "cost", "scale": {"type": "log"}, "title": "Relative prefill cost", "better": "low"},
      "y": {"field": "kept", "title": "Accuracy kept (%)", "better": "high"},
      "color": {"field": "tokens", "type": "ordinal", "title": "Tokens kept"},
      "label": {"field": "method"}}}
    """
}
