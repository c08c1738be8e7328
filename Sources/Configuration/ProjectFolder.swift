import Foundation

/// Finds the project that a folder belongs to.
public enum ProjectFolder {
  public static let fileName = "report.yaml"

  /// The nearest folder with a `report.yaml`, from `folder` upwards; nil when there is none.
  public static func find(from folder: String) -> String? {
    var url = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL
    while true {
      let candidate = url.appendingPathComponent(fileName).path
      if FileManager.default.fileExists(atPath: candidate) { return url.path }
      let parent = url.deletingLastPathComponent().standardizedFileURL
      guard parent.path != url.path, url.path != "/" else { return nil }
      url = parent
    }
  }
}
