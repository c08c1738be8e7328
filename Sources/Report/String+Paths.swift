import Foundation

extension String {
  /// The path as the user would type it from here.
  var relativeToCurrentFolder: String {
    let here = FileManager.default.currentDirectoryPath + "/"
    return hasPrefix(here) ? String(dropFirst(here.count)) : self
  }
}
