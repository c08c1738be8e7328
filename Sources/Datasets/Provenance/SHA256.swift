/// The SHA-256 digest of bytes, for locks that name the data they were made from.
///
/// Source: FIPS 180-4, sections 4.1.2, 4.2.2, 5.1.1 and 6.2.
public struct SHA256: Hashable, Sendable, CustomStringConvertible {
  /// Eight words, most significant first.
  private typealias State = SIMD8<UInt32>

  private var state = State(
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB,
    0x5BE0_CD19)

  /// The digest of all bytes.
  public init(_ bytes: [UInt8]) {
    var tail = Array(bytes[(bytes.count / 64 * 64)...])
    tail.append(0x80)
    while tail.count % 64 != 56 { tail.append(0) }
    let bits = UInt64(bytes.count) * 8
    for shift in stride(from: 56, through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      guard let schedule = schedule.baseAddress else { return }
      for part in [bytes, tail] {
        part.withUnsafeBytes { buffer in
          for start in stride(from: 0, to: buffer.count / 64 * 64, by: 64) {
            Self.compress(UnsafeRawBufferPointer(rebasing: buffer[start...]), schedule, &state)
          }
        }
      }
    }
  }

  /// 64 hexadecimal digits.
  public var description: String {
    state.indices.map { index in
      let text = String(state[index], radix: 16)
      return String(repeating: "0", count: 8 - text.utf8.count) + text
    }.joined()
  }

  /// Takes in the first 64 bytes of `block`. Pointers, because bounds checks and the constants'
  /// lazy access would take half of the time.
  private static func compress(
    _ block: UnsafeRawBufferPointer, _ w: UnsafeMutablePointer<UInt32>, _ state: inout State
  ) {
    for t in 0..<16 {
      w[t] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: t * 4, as: UInt32.self))
    }
    for t in 16..<64 {
      let a = w[t - 15]
      let b = w[t - 2]
      let small0 = rotated(a, 7) ^ rotated(a, 18) ^ (a &>> 3)
      let small1 = rotated(b, 17) ^ rotated(b, 19) ^ (b &>> 10)
      w[t] = small1 &+ w[t - 7] &+ small0 &+ w[t - 16]
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    constants.withUnsafeBufferPointer { k in
      func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
        _ g: UInt32, _ h: inout UInt32, _ t: Int
      ) {
        let big1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
        let first = h &+ big1 &+ (g ^ (e & (f ^ g))) &+ k[t] &+ w[t]
        let big0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
        d &+= first
        h = first &+ big0 &+ ((a & b) | (c & (a | b)))
      }
      // Eight rounds at a time: the letters move on without being moved.
      for t in stride(from: 0, to: 64, by: 8) {
        round(a, b, c, &d, e, f, g, &h, t)
        round(h, a, b, &c, d, e, f, &g, t + 1)
        round(g, h, a, &b, c, d, e, &f, t + 2)
        round(f, g, h, &a, b, c, d, &e, t + 3)
        round(e, f, g, &h, a, b, c, &d, t + 4)
        round(d, e, f, &g, h, a, b, &c, t + 5)
        round(c, d, e, &f, g, h, a, &b, t + 6)
        round(b, c, d, &e, f, g, h, &a, t + 7)
      }
    }
    state &+= State(a, b, c, d, e, f, g, h)
  }

  private static func rotated(_ x: UInt32, _ n: UInt32) -> UInt32 { x &>> n | x &<< (32 &- n) }

  private static let constants: [UInt32] = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
  ]
}
