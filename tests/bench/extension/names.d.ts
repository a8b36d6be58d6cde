/** The 300 names that peers look for; put in when the bench's extension is built. */
declare const BENCH_NAMES: readonly string[];
