namespace CongVu.Law;

/// <summary>The facts of a case do not fit the law asked about (a step the table does not have, a form of discipline the category does not know).</summary>
public sealed class CaseInputException(string message) : Exception(message);
