/// A PDF with one plain cross-reference table, as cairo 1.16 writes it, read without unpacking
/// anything (ISO 32000-1, 7.5.4).
struct PlainPDF {
  /// What stands between `obj` and `endobj`.
  struct Object {
    var number: Int
    var body: Range<Int>
  }

  /// An object with data of its own (ISO 32000-1, 7.3.8).
  struct Stream {
    var dictionary: PDFDictionary
    /// As it stands in the file.
    var data: Range<Int>
    var isPacked: Bool
    /// The object that holds the length alone; nil when the dictionary says it.
    var lengthObject: Int?
  }

  let bytes: [UInt8]
  /// In the order of the file.
  private(set) var objects: [Object] = []
  /// One more than the highest number.
  let size: Int
  let root: Int
  /// The pages in reading order.
  private(set) var pages: [Int] = []
  /// The place of each number in `objects`, -1 for numbers that are free.
  private var places: [Int32]
  /// What the structure pass writes itself: cairo's structure tree and document information.
  private(set) var isReplaced: [Bool]

  /// - Returns: nil when the file has no such table, or one that does not fit.
  init?(_ file: [UInt8]) {
    bytes = file
    let read = file.withUnsafeBufferPointer { Self.read($0) }
    guard let read else { return nil }
    (objects, size, root) = (read.objects, read.size, read.root)
    places = [Int32](repeating: -1, count: size)
    isReplaced = [Bool](repeating: false, count: size)
    for (place, object) in objects.enumerated() { places[object.number] = Int32(place) }
    if let info = read.info, info < size { isReplaced[info] = true }
    let whole = findPages() && findStructure()
    guard whole else { return nil }
  }

  /// The objects that are not replaced; of a tagged book's, few.
  var keptObjects: some Sequence<Object> { objects.lazy.filter { !isReplaced[$0.number] } }

  func body(_ number: Int) -> Range<Int>? {
    number < size && places[number] >= 0 ? objects[Int(places[number])].body : nil
  }

  func dictionary(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> PDFDictionary? {
    body(number).flatMap { PDFDictionary(bytes, from: $0.lowerBound) }
  }

  /// The data of a stream, unpacked; nil for what is no stream.
  func unpacked(_ number: Int, with inflate: Inflate) throws(RenderingError) -> [UInt8]? {
    let found = bytes.withUnsafeBufferPointer { bytes in
      stream(number, bytes).map { (data: Array(bytes[$0.data]), isPacked: $0.isPacked) }
    }
    guard let found else { return nil }
    return found.isPacked ? try inflate.decompress(found.data) : found.data
  }

  /// What an object that is a stream holds; nil for others.
  func stream(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Stream? {
    let end: StaticString = "endstream"
    guard let body = body(number),
      Self.matches(end, bytes, body.upperBound - end.utf8CodeUnitCount),
      let dictionary = PDFDictionary(bytes, from: body.lowerBound),
      let value = dictionary.value("/Length", in: bytes)
    else { return nil }
    let reference = PDFDictionary.references(bytes, value).first
    var at = value.lowerBound
    if let reference {
      guard let length = self.body(reference) else { return nil }
      at = length.lowerBound
    }
    guard let count = PDFDictionary.integer(bytes, &at) else { return nil }
    var start = PDFDictionary.pastSpace(bytes, dictionary.end)
    guard Self.matches("stream", bytes, start) else { return nil }
    start += 6
    if bytes[start] == 0x0D { start += 1 }
    if bytes[start] == 0x0A { start += 1 }
    guard start + count <= body.upperBound else { return nil }
    return Stream(
      dictionary: dictionary, data: start..<start + count,
      isPacked: dictionary.value("/Filter", in: bytes) != nil, lengthObject: reference)
  }

  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (objects: [Object], size: Int, root: Int, info: Int?)? {
    guard let table = startOfTable(bytes), matches("xref", bytes, table) else { return nil }
    var at = table + 4
    guard PDFDictionary.integer(bytes, &at) == 0, let count = PDFDictionary.integer(bytes, &at)
    else { return nil }
    let entries = PDFDictionary.pastSpace(bytes, at)
    guard entries + 20 * count < bytes.count else { return nil }
    let after = PDFDictionary.pastSpace(bytes, entries + 20 * count)
    guard matches("trailer", bytes, after),
      let trailer = PDFDictionary(bytes, from: after + 7),
      let root = trailer.value("/Root", in: bytes).flatMap({
        PDFDictionary.references(bytes, $0).first
      })
    else { return nil }
    let info = trailer.value("/Info", in: bytes).flatMap {
      PDFDictionary.references(bytes, $0).first
    }
    var starts: [(offset: Int, number: Int)] = []
    for number in 0..<count where bytes[entries + 20 * number + 17] == UInt8(ascii: "n") {
      var at = entries + 20 * number
      guard let offset = PDFDictionary.integer(bytes, &at), offset < table else { return nil }
      starts.append((offset, number))
    }
    starts.sort { $0.offset < $1.offset }
    var objects: [Object] = []
    objects.reserveCapacity(starts.count)
    for (index, start) in starts.enumerated() {
      let next = index + 1 < starts.count ? starts[index + 1].offset : table
      guard let body = body(bytes, start.offset..<next, of: start.number) else { return nil }
      objects.append(Object(number: start.number, body: body))
    }
    return (objects, count, root, info)
  }

  private static func startOfTable(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let keyword: StaticString = "startxref"
    for at in stride(
      from: bytes.count - keyword.utf8CodeUnitCount, to: max(0, bytes.count - 1024), by: -1)
    where matches(keyword, bytes, at) {
      var place = at + keyword.utf8CodeUnitCount
      return PDFDictionary.integer(bytes, &place).flatMap { $0 < bytes.count ? $0 : nil }
    }
    return nil
  }

  /// What stands between `12 0 obj` and the last `endobj` before the next object.
  private static func body(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, of number: Int
  ) -> Range<Int>? {
    var at = range.lowerBound
    guard PDFDictionary.integer(bytes, &at) == number, PDFDictionary.integer(bytes, &at) == 0
    else { return nil }
    at = PDFDictionary.pastSpace(bytes, at)
    guard matches("obj", bytes, at) else { return nil }
    let start = PDFDictionary.pastSpace(bytes, at + 3)
    var end = range.upperBound - 6
    while end > start, !matches("endobj", bytes, end) { end -= 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return end > start ? start..<end : nil
  }

  private static func matches(
    _ text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> Bool {
    let end = at + text.utf8CodeUnitCount
    return end <= bytes.count && PDFDictionary.matches(text, bytes, at..<end)
  }

  // MARK: Pages and structure

  private mutating func findPages() -> Bool {
    var found: [Int] = []
    let whole = bytes.withUnsafeBufferPointer { bytes in
      guard let tree = dictionary(root, bytes)?.value("/Pages", in: bytes) else { return false }
      var open = Array(PDFDictionary.references(bytes, tree).reversed())
      // A tree has no more nodes than the file has objects.
      var budget = size
      while let number = open.popLast(), budget > 0 {
        budget -= 1
        guard let node = dictionary(number, bytes) else { return false }
        if let kids = node.value("/Kids", in: bytes) {
          open += PDFDictionary.references(bytes, kids).reversed()
        } else {
          found.append(number)
        }
      }
      return budget > 0
    }
    pages = found
    return whole
  }

  /// Finds cairo's flat structure tree: its root, its elements, its parent tree with the arrays.
  private mutating func findStructure() -> Bool {
    var replaced = isReplaced
    let whole = bytes.withUnsafeBufferPointer { bytes in
      guard let catalog = dictionary(root, bytes) else { return false }
      guard let value = catalog.value("/StructTreeRoot", in: bytes),
        let number = PDFDictionary.references(bytes, value).first
      else { return true }
      guard let tree = dictionary(number, bytes) else { return false }
      replaced[number] = true
      if let parents = tree.value("/ParentTree", in: bytes).flatMap({
        PDFDictionary.references(bytes, $0).first
      }), let nums = dictionary(parents, bytes)?.value("/Nums", in: bytes) {
        replaced[parents] = true
        // `0 20 0 R 1 21 0 R`: keys, each with an array of elements or an element.
        var at = nums.lowerBound + 1
        while PDFDictionary.integer(bytes, &at) != nil,
          let array = PDFDictionary.integer(bytes, &at), PDFDictionary.integer(bytes, &at) != nil
        {
          if array < size { replaced[array] = true }
          at = PDFDictionary.pastSpace(bytes, at) + 1
        }
      }
      for object in objects where Self.isElement(bytes, object.body) {
        replaced[object.number] = true
      }
      return true
    }
    isReplaced = replaced
    return whole
  }

  private static func isElement(_ bytes: UnsafeBufferPointer<UInt8>, _ body: Range<Int>) -> Bool {
    var at = body.lowerBound
    guard matches("<<", bytes, at) else { return false }
    at = PDFDictionary.pastSpace(bytes, at + 2)
    guard matches("/Type", bytes, at) else { return false }
    at = PDFDictionary.pastSpace(bytes, at + 5)
    return matches("/StructElem", bytes, at)
  }
}
