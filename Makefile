# Two commands on a fresh machine with Swift: make pdf, make test.
.PHONY: pdf test check figures bench format lint clean bootstrap

pdf: bootstrap
	swift run report pdf

test: bootstrap
	swift build --build-tests
	swift test --skip-build

check: bootstrap
	swift run report check --strict

figures: bootstrap
	swift run report figures

bench: bootstrap
	Benchmarks/run

format:
	swift format --in-place --recursive Package.swift Sources Tests

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

clean:
	rm -rf build .build

bootstrap:
	@scripts/bootstrap
