/// Writes a PDF: the objects of another one, some of them changed, and new ones, packed into object
/// streams (ISO 32000-1, 7.5.7 and 7.5.8).
///
/// A book has tens of thousands of small objects. A library that reads each into a tree of values
/// spends more on them than on everything else about a page; here they are copied.
struct PDFWriter {
  /// How many objects share a stream, which a reader unpacks as a whole.
  private static let objectsPerStream = 256

  private let original: PlainPDF
  private let deflate = Deflate()
  private var bodies = PDFBytes()
  private var numbers: [Int] = []
  private var starts: [Int] = []
  private var isWritten: [Bool]
  private var added = 0
  private var streams: [(number: Int, dictionary: String, data: [UInt8])] = []

  /// - Parameter original: its objects are written too, but for those that it says are replaced.
  init(copying original: PlainPDF) {
    self.original = original
    isWritten = original.isReplaced
    bodies.reserve(original.objects.count * 128)
  }

  /// The number that the next added object gets.
  var nextNumber: Int { original.size + added }

  /// Adds an object; not a stream.
  @discardableResult
  mutating func add(_ write: (inout PDFBytes) -> Void) -> Int {
    let number = nextNumber
    added += 1
    append(number, write)
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

  /// Writes an object of the original in another form.
  mutating func replace(_ number: Int, _ write: (inout PDFBytes) -> Void) {
    isWritten[number] = true
    append(number, write)
  }

  /// Writes a stream of the original with other data; see `addStream`.
  mutating func replaceStream(_ number: Int, _ data: [UInt8], dictionary: String) {
    isWritten[number] = true
    streams.append((number, dictionary, data))
  }

  private mutating func append(_ number: Int, _ write: (inout PDFBytes) -> Void) {
    numbers.append(number)
    starts.append(bodies.count)
    write(&bodies)
    bodies.append("\n")
  }

  /// What the cross-reference table says of a number; kinds as in table 18 of the standard.
  private struct Entry {
    var kind = 0
    var place = 0
    var index = 0
  }

  /// The whole file.
  ///
  /// - Parameter trailer: entries of the trailer besides Size and ID, as PDF syntax.
  consuming func finish(trailer: String) -> [UInt8] {
    var out = PDFBytes()
    out.reserve(original.bytes.count)
    out.append("%PDF-1.7\n%")
    out.append([0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
    var entries = [Entry](repeating: Entry(), count: nextNumber)
    copyObjects(&entries, to: &out)
    for stream in streams {
      entries[stream.number] = Entry(kind: 1, place: out.count)
      Self.write(stream.data, number: stream.number, to: &out) {
        $0.append(text: stream.dictionary)
      }
    }
    for begin in stride(from: 0, to: numbers.count, by: Self.objectsPerStream) {
      let range = begin..<min(begin + Self.objectsPerStream, numbers.count)
      let number = entries.count
      for (index, object) in range.enumerated() {
        entries[numbers[object]] = Entry(kind: 2, place: number, index: index)
      }
      entries.append(Entry(kind: 1, place: out.count))
      writeObjectStream(range, number: number, to: &out)
    }
    let table = out.count
    entries.append(Entry(kind: 1, place: table))
    writeTable(entries, trailer: trailer, to: &out)
    out.append("startxref\n")
    out.append(table)
    out.append("\n%%EOF\n")
    return out.bytes
  }

  /// Streams are copied as they are, with their length in place, or packed where cairo left them
  /// plain; all else goes into object streams.
  private mutating func copyObjects(_ entries: inout [Entry], to out: inout PDFBytes) {
    let bytes = original.bytes
    bytes.withUnsafeBufferPointer { bytes in
      let streams = plainStreams(bytes)
      for object in original.objects where !isWritten[object.number] {
        guard let stream = streams[object.number] else {
          append(object.number) { $0.append(UnsafeBufferPointer(rebasing: bytes[object.body])) }
          continue
        }
        entries[object.number] = Entry(kind: 1, place: out.count)
        let data = Array(bytes[stream.data])
        Self.write(
          stream.isPacked ? data : deflate.compress(data), number: object.number, to: &out
        ) {
          stream.dictionary.write(bytes, without: ["/Length"], to: &$0)
          if !stream.isPacked { $0.append("/Filter/FlateDecode") }
        }
      }
    }
  }

  /// The streams among the objects. Objects that are only the length of one are taken as written.
  private mutating func plainStreams(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [Int: PlainPDF.Stream] {
    var streams: [Int: PlainPDF.Stream] = [:]
    for object in original.objects {
      guard let stream = original.stream(object.number, bytes) else { continue }
      if let length = stream.lengthObject { isWritten[length] = true }
      streams[object.number] = stream
    }
    return streams
  }

  private func writeObjectStream(
    _ range: Range<Int>, number: Int, to out: inout PDFBytes
  ) {
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
    writeStream(data.bytes, number: number, to: &out) {
      $0.append("/Type/ObjStm/N ")
      $0.append(range.count)
      $0.append("/First ")
      $0.append(header)
    }
  }

  /// The table is the last object.
  private func writeTable(
    _ entries: [Entry], trailer: String, to out: inout PDFBytes
  ) {
    var data = PDFBytes()
    data.reserve(entries.count * 8)
    for (number, entry) in entries.enumerated() {
      data.append(binary: entry.kind, bytes: 1)
      data.append(binary: entry.place, bytes: 4)
      // Free numbers stay so for good (7.5.4).
      data.append(binary: number == 0 || entry.kind == 0 ? 65535 : entry.index, bytes: 2)
    }
    let id = ContentHash.identifier(of: out.bytes)
    writeStream(data.bytes, number: entries.count - 1, to: &out) {
      $0.append("/Type/XRef/W[1 4 2]/Size ")
      $0.append(entries.count)
      $0.append(text: "/ID[<\(id)><\(id)>]")
      $0.append(text: trailer)
    }
  }

  private func writeStream(
    _ data: [UInt8], number: Int, to out: inout PDFBytes, dictionary: (inout PDFBytes) -> Void
  ) {
    Self.write(deflate.compress(data), number: number, to: &out) {
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
