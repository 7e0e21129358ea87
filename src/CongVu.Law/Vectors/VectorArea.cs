namespace CongVu.Law.Vectors;

/// <summary>
/// One kind of question vectors may ask. An area reads all its input first and returns what computes the answer, so that a bad input is reported whole.
/// </summary>
/// <param name="Name">The <c>area</c> of a case: <c>pay.monthly</c>.</param>
/// <param name="Read">Reads the input; what it returns is only called when the input had no problems.</param>
public sealed record VectorArea(string Name, Func<VectorInput, Func<LawBook, VectorAnswer>> Read);

/// <summary>The results by key, and why.</summary>
public sealed record VectorAnswer(IReadOnlyDictionary<string, VectorValue> Values, Explanation Explanation);
