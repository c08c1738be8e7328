/// New objects appended to a finished PDF as an incremental update (ISO 32000-1, 7.5.6).
///
/// libqpdf's C interface cannot parse an object that refers to others; a file it can. And text of
/// twenty thousand structure elements is read much faster than they are built call by call.
struct PDFUpdate {
  private(set) var bytes: [UInt8]
  private let previousTable: Int
  private let firstNumber: Int
  private var offsets: [Int] = []

  /// - Parameters:
  ///   - bytes: a complete PDF.
  ///   - size: the Size of its trailer, the first number not taken.
  /// - Throws: `RenderingError.structure` when it does not end as a PDF ends.
  init(to bytes: [UInt8], size: Int) throws(RenderingError) {
    let keyword = Array("startxref".utf8)
    guard
      let at = bytes.indices.suffix(1024).last(where: { bytes[$0...].starts(with: keyword) })
    else { throw .structure("no startxref at its end") }
    let digits = bytes[(at + keyword.count)...].drop { $0 <= 0x20 }.prefix {
      (0x30...0x39).contains($0)
    }
    guard let table = Int(String(decoding: digits, as: UTF8.self)) else {
      throw .structure("startxref without a number")
    }
    self.bytes = bytes
    previousTable = table
    firstNumber = size
  }

  /// The number that the next added object gets.
  var nextNumber: Int { firstNumber + offsets.count }

  @discardableResult
  mutating func add(_ object: String) -> Int {
    begin()
    bytes += object.utf8
    return end()
  }

  /// - Parameter dictionary: entries of the stream's dictionary without its length.
  mutating func addStream(_ data: [UInt8], dictionary: String) -> Int {
    begin()
    bytes += "<<\(dictionary)/Length \(data.count)>>\nstream\n".utf8
    bytes += data
    bytes += "\nendstream".utf8
    return end()
  }

  private mutating func begin() {
    bytes.append(UInt8(ascii: "\n"))
    offsets.append(bytes.count)
    bytes += "\(firstNumber + offsets.count - 1) 0 obj\n".utf8
  }

  private mutating func end() -> Int {
    bytes += "\nendobj".utf8
    return firstNumber + offsets.count - 1
  }

  /// The whole file, with a cross-reference table of what was added.
  consuming func finish(root: Int, info: Int) -> [UInt8] {
    bytes += "\n".utf8
    let table = bytes.count
    bytes += "xref\n\(firstNumber) \(offsets.count)\n".utf8
    for offset in offsets {
      let digits = String(offset)
      bytes += String(repeating: "0", count: 10 - digits.utf8.count).utf8
      bytes += digits.utf8
      bytes += " 00000 n \n".utf8
    }
    bytes +=
      "trailer\n<</Size \(nextNumber)/Root \(root) 0 R/Info \(info) 0 R/Prev \(previousTable)>>\n"
      .utf8
    bytes += "startxref\n\(table)\n%%EOF\n".utf8
    return bytes
  }
}
