namespace CongVu.Organisation.UseCases;

/// <summary>What is wrong with one field of a form, in Vietnamese.</summary>
internal sealed record FieldProblem(string Field, string Message);
