import Graphics

/// A named set of colours: for categories, growing, or diverging from a middle (Vega's names;
/// ColorBrewer's, matplotlib's and Tableau's colours).
enum ColorScheme: Sendable {
  case categories([Color])
  case ramp(ColorRamp)
  case diverging(ColorRamp)

  init?(named name: String) {
    // `blues-5` asks for five classes; the ramp is the same.
    let base = name.split(separator: "-").first.map(String.init) ?? name
    if name == "okabe-ito" {
      self = .categories(ChartTheme.standard.palette)
    } else if let text = Self.categorical[name] {
      self = .categories(Self.colors(text))
    } else if base == "blues" {
      self = .ramp(.blues)
    } else if base == "viridis" {
      self = .ramp(.viridis)
    } else if let text = Self.sequential[base] {
      self = .ramp(ColorRamp(stops: Self.colors(text)))
    } else if let text = Self.divergent[base] {
      self = .diverging(ColorRamp(stops: Self.colors(text)))
    } else {
      return nil
    }
  }

  private static func colors(_ text: String) -> [Color] {
    let digits = Array(text)
    return stride(from: 0, to: digits.count - 5, by: 6).compactMap {
      UInt32(String(digits[$0..<$0 + 6]), radix: 16).map { Color(hex: $0) }
    }
  }

  private static let categorical = [
    "tableau10": "4c78a8f58518e4575672b7b254a24beeca3bb279a2ff9da69d755dbab0ac",
    "category10": "1f77b4ff7f0e2ca02cd627289467bd8c564be377c27f7f7fbcbd2217becf",
    "tableau20":
      "4c78a89ecae9f58518ffbf7954a24b88d27ab79a20f2cf5b43989483bcb6e45756ff9d9879706ebab0acd67195fcbfd2b279a2d6a5c99e765fd8b5a5",
    "category20":
      "1f77b4aec7e8ff7f0effbb782ca02c98df8ad62728ff98969467bdc5b0d58c564bc49c94e377c2f7b6d27f7f7fc7c7c7bcbd22dbdb8d17becf9edae5",
    "category20b":
      "393b795254a36b6ecf9c9ede6379398ca252b5cf6bcedb9c8c6d31bd9e39e7ba52e7cb94843c39ad494ad6616be7969c7b4173a55194ce6dbdde9ed6",
    "category20c":
      "3182bd6baed69ecae1c6dbefe6550dfd8d3cfdae6bfdd0a231a35474c476a1d99bc7e9c0756bb19e9ac8bcbddcdadaeb636363969696bdbdbdd9d9d9",
    "observable10": "4269d0efb118ff725c6cc5b03ca951ff8ab7a463f297bbf59c6b4e9498a0",
    "accent": "7fc97fbeaed4fdc086ffff99386cb0f0027fbf5b17666666",
    "dark2": "1b9e77d95f027570b3e7298a66a61ee6ab02a6761d666666",
    "paired": "a6cee31f78b4b2df8a33a02cfb9a99e31a1cfdbf6fff7f00cab2d66a3d9affff99b15928",
    "pastel1": "fbb4aeb3cde3ccebc5decbe4fed9a6ffffcce5d8bdfddaecf2f2f2",
    "pastel2": "b3e2cdfdcdaccbd5e8f4cae4e6f5c9fff2aef1e2cccccccc",
    "set1": "e41a1c377eb84daf4a984ea3ff7f00ffff33a65628f781bf999999",
    "set2": "66c2a5fc8d628da0cbe78ac3a6d854ffd92fe5c494b3b3b3",
    "set3": "8dd3c7ffffb3bebadafb807280b1d3fdb462b3de69fccde5d9d9d9bc80bdccebc5ffed6f",
  ]

  private static let sequential = [
    "greens": "e5f5e0c7e9c0a1d99b74c47641ab5d238b45006d2c00441b",
    "greys": "f0f0f0d9d9d9bdbdbd969696737373525252252525000000",
    "oranges": "fee6cefdd0a2fdae6bfd8d3cf16913d94801a636037f2704",
    "purples": "efedf5dadaebbcbddc9e9ac8807dba6a51a354278f3f007d",
    "reds": "fee0d2fcbba1fc9272fb6a4aef3b2ccb181da50f1567000d",
    "teals": "d1eeeabde5dfa8dbd985c4c968abb85590a24376883a5f72",
    "tealblues": "bce4d89dd8cd7bc7c757b0c339989f2c7fa4286ba3235290",
    "browns": "eedbbdecca96e9b97ae4a865dc9856d18954c7784cc0673fb85536ad44339f3632",
    "greenblue": "e0f3dbccebc5a8ddb57bccc44eb3d32b8cbe0868ac084081",
    "bluegreen": "e5f5f9ccece699d8c966c2a441ae76238b45006d2c00441b",
    "bluepurple": "e0ecf4bfd3e69ebcda8c96c68c6bb188419d810f7c4d004b",
    "orangered": "fee8c8fdd49efdbb84fc8d59ef6548d7301fb300007f0000",
    "purpleblue": "ece7f2d0d1e6a6bddb74a9cf3690c00570b0045a8d023858",
    "purplebluegreen": "ece2f0d0d1e6a6bddb67a9cf3690c002818a016c59014636",
    "purplered": "e7e1efd4b9dac994c7df65b0e7298ace125698004367001f",
    "redpurple": "fde0ddfcc5c0fa9fb5f768a1dd3497ae017e7a017749006a",
    "yellowgreen": "f7fcb9d9f0a3addd8e78c67941ab5d238443006837004529",
    "yellowgreenblue": "edf8b1c7e9b47fcdbb41b6c41d91c0225ea8253494081d58",
    "yelloworangebrown": "fff7bcfee391fec44ffe9929ec7014cc4c02993404662506",
    "yelloworangered": "ffeda0fed976feb24cfd8d3cfc4e2ae31a1cbd0026800026",
    "goldgreen": "f4d166d5ca60b6c35c98bb597cb25760a6564b9c533f8f4f33834a257740146c36",
    "goldorange": "f4d166f8be5cf8aa4cf5983bf3852aef701be2621fd65322c54923b142239e3a26",
    "goldred": "f4d166f6be59f9aa51fc964ef6834bee734ae56249db5247cf4244c43141b71d3e",
    "warmgreys": "dcd4d0cec5c1c0b8b4b3aaa7a59c9998908c8b827f7e7673726866665c5a59504e",
    "lightgreyred": "efe9e6e1dad7d5cbc8c8bdb9bbaea9cd967ddc7b43e15f19df4011dc000b",
    "lightgreyteal": "e4eaead6dcddc8ced2b7c2c7a6b4bc64b0bf22a6c32295c11f85be1876bc",
    "magma": "0000041b1044451077721f81a1307ece3f72f1605dfd9b6bfec68ffcfdbf",
    "inferno": "0000041b0c42490b656a176e932567bb3654dd513af37719fca50af6d746fcffa4",
    "plasma": "0d088747039f7200a89c179ebd3786d7566ceb7655f9983efdc527f0f921",
    "cividis": "00224e123570434e6b5d63706b6d71777a75858774988f6eada367c5b858dfcf42fee838",
    "turbo": "23171b4a58dd2f9df527d7c44df88495fb51dedd32ffa423f65f18ba2208900c00",
    "rainbow": "6e40aa4c6edb23abd81ddfa352f667aff05be2b72fff7847fe4b83bf3caf6e40aa",
    "sinebow": "ff4040fc582ce78d0bb6c20165f02a2cfc5801e7c23f8dfc8d3ffcc201e7ff4040",
  ]

  private static let divergent = [
    "blueorange": "134b852f78b35da2cb9dcae1d2e5eff2f0ebfce0bafbbf74e8932fc5690d994a07",
    "brownbluegreen": "8c510abf812ddfc27df6e8c3f5f5f5c7eae580cdc135978f01665e",
    "purplegreen": "762a839970abc2a5cfe7d4e8f7f7f7d9f0d3a6dba05aae611b7837",
    "pinkyellowgreen": "c51b7dde77aef1b6dafde0eff7f7f7e6f5d0b8e1867fbc414d9221",
    "purpleorange": "542788998ec3d8daebf7f7f7fee0b6f1a340b35806",
    "redblue": "b2182bd6604df4a582fddbc7f7f7f7d1e5f092c5de4393c32166ac",
    "redgrey": "b2182bd6604df4a582fddbc7ffffffe0e0e0bababa8787874d4d4d",
    "redyellowblue": "d73027f46d43fdae61fee090ffffbfe0f3f8abd9e974add14575b4",
    "redyellowgreen": "d73027f46d43fdae61fee08bffffbfd9ef8ba6d96a66bd631a9850",
    "spectral": "d53e4ff46d43fdae61fee08bffffbfe6f598abdda466c2a53288bd",
  ]
}
