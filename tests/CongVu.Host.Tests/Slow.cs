// A whole host is started, or ended by force: not for ./test fast.
[assembly: Trait("Category", "Slow")]
