import Formulas
import Testing

struct CostFunctionTests {
  private let functions = CostFunctions { (name) throws(CostModelError) in
    try SeedModels.record(name)
  }.all

  private func call(_ name: String, _ arguments: ScalarValue...) throws -> ScalarValue {
    let function = try #require(functions.first { $0.name == name })
    return try function(arguments)
  }

  @Test func `functions look the model up by name`() throws {
    let cost = try call("prefill_tflops", .text("LLaVA-1.5-7B"), .text("576x32"))
    #expect(abs(try #require(cost.number) - 3.81715) < 0.000005)
    let ratio = try call(
      "tflop_ratio_of", .text("LLaVA-1.5-7B"), .text("576x2;288x30"), .number(36), .number(2))
    #expect(abs(try #require(ratio.number) - 0.5516) < 0.00005)
    // VScan prunes before the language model: its first count is not the baseline.
    let vscan = try call("tflop_ratio_of", .text("LLaVA-1.5-7B"), .text("288x16;96x16"))
    #expect(abs(try #require(vscan.number) - 0.3289) < 0.0001)
    #expect(try call("kv_cache_bytes", .text("LLaVA-1.5-7B"), .text("1x32")) == .number(524_288))
    #expect(try call("schedule_mean", .text("96x16;32x16")) == .number(64))
    let encoder = try call("encoder_flops", .text("LLaVA-1.5-7B"), .number(23))
    #expect(abs(try #require(encoder.number) / 1e9 - 182.67) < 0.005)
  }

  @Test func `a missing argument gives a missing value`() throws {
    #expect(try call("prefill_flops", .text("LLaVA-1.5-7B"), .missing) == .missing)
    #expect(
      try call("prefill_flops", .text("LLaVA-1.5-7B"), .text("576x32"), .missing) == .missing)
  }

  @Test func `an error names the function and what is wrong`() {
    func message(_ name: String, _ arguments: ScalarValue...) -> String? {
      let function = functions.first { $0.name == name }
      return #expect(throws: ScalarFunctionError.self) { try function?(arguments) }?.description
    }
    #expect(
      message("prefill_flops", .text("GPT")) == """
        prefill_flops takes 2 to 4 arguments, got 1: \
        prefill_flops(model, schedule[, extra_tokens][, ffn_matrices])
        """)
    #expect(
      message("prefill_flops", .text("GPT"), .text("576x32"))
        == "prefill_flops has no value: there is no model 'GPT'")
    #expect(
      message("prefill_flops", .text("LLaVA-1.5-7B"), .number(576))
        == "argument 'schedule' of prefill_flops must be a text, got the number 576")
    #expect(
      message("prefill_flops", .text("LLaVA-1.5-7B"), .text("576x32"), .text("many"))
        == "argument 'extra_tokens' of prefill_flops must be a number of token, got the text 'many'"
    )
  }
}
