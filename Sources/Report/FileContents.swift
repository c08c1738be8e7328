import Foundation

/// Reads files into arrays. Foundation's `Data` would be a second copy of every byte, which a data
/// file of a million rows shows.
enum FileContents {
  /// The bytes of a file.
  ///
  /// - Throws: why it cannot be read, in the system's words.
  static func bytes(atPath path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw Unreadable(code: errno) }
    defer { fclose(file) }
    // One more than the file has, so that the first read meets its end.
    var bytes = read(size(of: file) + 1, from: file)
    // What is no plain file does not know its size.
    while feof(file) == 0, ferror(file) == 0 { bytes += read(1 << 16, from: file) }
    guard ferror(file) == 0 else { throw Unreadable(code: errno) }
    return bytes
  }

  /// Why a file cannot be read.
  struct Unreadable: Error, CustomStringConvertible {
    var code: Int32

    var description: String { String(cString: strerror(code)) }
  }

  private static func read(_ count: Int, from file: UnsafeMutablePointer<FILE>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = fread(buffer.baseAddress, 1, count, file)
    }
  }

  private static func size(of file: UnsafeMutablePointer<FILE>) -> Int {
    var status = stat()
    return fstat(fileno(file), &status) == 0 ? Int(status.st_size) : 0
  }
}
