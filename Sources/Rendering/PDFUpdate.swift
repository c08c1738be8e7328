/// Objects appended to a finished PDF as an incremental update, packed into object streams
/// (ISO 32000-1, 7.5.6 to 7.5.8).
///
/// A book has tens of thousands of structure elements. Through libqpdf each costs about 40 µs, more
/// than everything else about a page; here they cost one.
struct PDFUpdate {
  /// How many objects share a stream, which a reader unpacks as a whole.
  private static let objectsPerStream = 256

  private let original: [UInt8]
  private let previousTable: Int
  /// The first number that is not taken.
  private let first: Int
  private var bodies = PDFBytes()
  private var numbers: [Int] = []
  private var starts: [Int] = []
  private var added = 0
  private var streams: [(number: Int, dictionary: String, data: [UInt8])] = []

  /// - Parameters:
  ///   - bytes: a complete PDF.
  ///   - size: the Size of its trailer.
  /// - Throws: `RenderingError.structure` when it does not end as a PDF ends.
  init(to bytes: [UInt8], size: Int) throws(RenderingError) {
    let keyword = Array("startxref".utf8)
    guard let at = bytes.indices.suffix(1024).last(where: { bytes[$0...].starts(with: keyword) })
    else { throw .structure("no startxref at its end") }
    let digits = bytes[(at + keyword.count)...].drop { $0 <= 0x20 }.prefix {
      (0x30...0x39).contains($0)
    }
    guard let table = Int(String(decoding: digits, as: UTF8.self)) else {
      throw .structure("startxref without a number")
    }
    original = bytes
    previousTable = table
    first = size
  }

  /// The number that the next added object gets.
  var nextNumber: Int { first + added }

  /// Adds an object; not a stream.
  @discardableResult
  mutating func add(_ write: (inout PDFBytes) -> Void) -> Int {
    let number = nextNumber
    added += 1
    replace(number, write)
    return number
  }

  /// Adds a stream.
  ///
  /// - Parameter dictionary: entries besides Length, as PDF syntax; a Filter must be among them when
  ///   the data is compressed.
  mutating func addStream(_ data: [UInt8], dictionary: String) -> Int {
    let number = nextNumber
    added += 1
    streams.append((number, dictionary, data))
    return number
  }

  /// Gives a new version of an object of the original.
  mutating func replace(_ number: Int, _ write: (inout PDFBytes) -> Void) {
    numbers.append(number)
    starts.append(bodies.count)
    write(&bodies)
    bodies.append("\n")
  }

  /// The whole file.
  ///
  /// - Parameter trailer: entries of the trailer besides Size and Prev, as PDF syntax.
  consuming func finish(trailer: String) throws(RenderingError) -> [UInt8] {
    var out = PDFBytes()
    out.reserve(original.count + bodies.count / 4 + 4096)
    out.append(original)
    out.append("\n")
    // What the table says of each number: kind, where, index.
    var entries: [(number: Int, kind: Int, place: Int, index: Int)] = []
    for stream in streams {
      entries.append((stream.number, 1, out.count, 0))
      Self.write(stream.data, number: stream.number, to: &out) {
        $0.append(text: stream.dictionary)
      }
    }
    var free = nextNumber
    for begin in stride(from: 0, to: numbers.count, by: Self.objectsPerStream) {
      let range = begin..<min(begin + Self.objectsPerStream, numbers.count)
      for (index, object) in range.enumerated() {
        entries.append((numbers[object], 2, free, index))
      }
      entries.append((free, 1, out.count, 0))
      try writeObjectStream(range, number: free, to: &out)
      free += 1
    }
    let table = out.count
    entries.append((free, 1, table, 0))
    try writeTable(entries, number: free, trailer: trailer, to: &out)
    out.append("startxref\n")
    out.append(table)
    out.append("\n%%EOF\n")
    return out.bytes
  }

  private func writeObjectStream(
    _ range: Range<Int>, number: Int, to out: inout PDFBytes
  ) throws(RenderingError) {
    let start = starts[range.lowerBound]
    let end = range.upperBound < starts.count ? starts[range.upperBound] : bodies.count
    var data = PDFBytes()
    data.reserve(end - start + range.count * 12)
    for object in range {
      data.append(numbers[object])
      data.append(" ")
      data.append(starts[object] - start)
      data.append(" ")
    }
    let header = data.count
    data.append(Array(bodies.bytes[start..<end]))
    try writeStream(data.bytes, number: number, to: &out) {
      $0.append("/Type/ObjStm/N ")
      $0.append(range.count)
      $0.append("/First ")
      $0.append(header)
    }
  }

  private func writeTable(
    _ entries: [(number: Int, kind: Int, place: Int, index: Int)], number: Int, trailer: String,
    to out: inout PDFBytes
  ) throws(RenderingError) {
    let sorted = entries.sorted { $0.number < $1.number }
    var data = PDFBytes()
    var sections: [(first: Int, count: Int)] = []
    for entry in sorted {
      if let last = sections.last, last.first + last.count == entry.number {
        sections[sections.count - 1].count += 1
      } else {
        sections.append((entry.number, 1))
      }
      data.append(binary: entry.kind, bytes: 1)
      data.append(binary: entry.place, bytes: 5)
      data.append(binary: entry.index, bytes: 2)
    }
    try writeStream(data.bytes, number: number, to: &out) {
      $0.append("/Type/XRef/W[1 5 2]/Index[")
      for section in sections {
        $0.append(section.first)
        $0.append(" ")
        $0.append(section.count)
        $0.append(" ")
      }
      $0.append("]/Size ")
      $0.append(number + 1)
      $0.append("/Prev ")
      $0.append(previousTable)
      $0.append(text: trailer)
    }
  }

  private func writeStream(
    _ data: [UInt8], number: Int, to out: inout PDFBytes, dictionary: (inout PDFBytes) -> Void
  ) throws(RenderingError) {
    Self.write(try Deflate.compress(data), number: number, to: &out) {
      dictionary(&$0)
      $0.append("/Filter/FlateDecode")
    }
  }

  private static func write(
    _ data: [UInt8], number: Int, to out: inout PDFBytes, dictionary: (inout PDFBytes) -> Void
  ) {
    out.append(number)
    out.append(" 0 obj\n<<")
    dictionary(&out)
    out.append("/Length ")
    out.append(data.count)
    out.append(">>\nstream\n")
    out.append(data)
    out.append("\nendstream\nendobj\n")
  }
}
