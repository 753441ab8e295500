.PHONY: bench

## bench: four queries against a hand-written peer, on SQLite and PostgreSQL; BENCH="--scale 1 --rounds 3" for less
bench:
	cargo build --release -p api -p bench
	target/release/bench $(BENCH)
