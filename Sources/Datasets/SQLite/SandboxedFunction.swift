import CSQLite

/// A function that SQL calls, and the sandbox that hears of its failures. SQLite holds it as long
/// as the function is registered.
class SandboxedFunction {
  let name: String
  unowned let sandbox: Sandbox

  init(_ name: String, _ sandbox: Sandbox) {
    self.name = name
    self.sandbox = sandbox
  }

  /// A reference for SQLite, which `releaseFunction` takes back.
  func retained() -> UnsafeMutableRawPointer { Unmanaged.passRetained(self).toOpaque() }

  /// The function that a call is of.
  static func called(in context: OpaquePointer?) -> Self {
    let function = Unmanaged<SandboxedFunction>.fromOpaque(sqlite3_user_data(context)!)
      .takeUnretainedValue()
    return unsafeDowncast(function, to: Self.self)
  }

  /// Gives SQLite the value of a call, or why it has none.
  func answer(
    _ context: OpaquePointer?, _ value: () throws(SQLFunction.Failure) -> CellValue
  ) {
    do throws(SQLFunction.Failure) {
      switch try value() {
      case .null: sqlite3_result_null(context)
      case .integer(let integer): sqlite3_result_int64(context, integer)
      case .real(let real) where real.isFinite: sqlite3_result_double(context, real)
      case .real: throw SQLFunction.Failure("\(name) gives no finite number")
      case .text(let text): report_sqlite3_result_text(context, text, Int32(text.utf8.count))
      }
    } catch {
      sandbox.noteFailure(of: name)
      sqlite3_result_error(context, error.message, Int32(error.message.utf8.count))
    }
  }
}

func releaseFunction(_ function: UnsafeMutableRawPointer?) {
  if let function { Unmanaged<SandboxedFunction>.fromOpaque(function).release() }
}
