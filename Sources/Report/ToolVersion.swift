/// The version of the tool, in one place.
enum ToolVersion {
  static let current = "1.0.0"
}
