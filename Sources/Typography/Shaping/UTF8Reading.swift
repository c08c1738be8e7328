/// The scalar that starts at a byte of valid UTF-8, and its length in bytes.
@inline(__always)
func scalar(in bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> (value: UInt32, length: Int) {
  let a = UInt32(bytes[i])
  if a < 0x80 { return (a, 1) }
  func next(_ k: Int) -> UInt32 { i + k < bytes.count ? UInt32(bytes[i + k] & 0x3F) : 0 }
  if a < 0xE0 { return ((a & 0x1F) << 6 | next(1), 2) }
  if a < 0xF0 { return ((a & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
  return ((a & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
}

/// The scalar that ends just before a byte offset of valid UTF-8.
func scalar(in bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> UInt32 {
  var start = end - 1
  while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
  return scalar(in: bytes, at: start).value
}
