namespace CongVu.Law;

/// <summary>The facts of a case do not fit the law asked about (a step the table does not have, a form of discipline the category does not know).</summary>
public class CaseInputException(string message) : Exception(message);

/// <summary>The input of a question could not even be read: a key that is unknown, missing or ill-typed. Never an answer a vector may ask for.</summary>
public sealed class UnreadableInputException(string message) : CaseInputException(message);
