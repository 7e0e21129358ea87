using CongVu.Law;

namespace CongVu.Legislation.Domain;

/// <summary>
/// Which parameters take values through the application. Code lists, the catalogue of ranks and procedures come with a release: other parts of the system keep
/// them for as long as it runs, and their values are more than figures.
/// </summary>
internal static class EditableParameters
{
    public static bool Allows(LawParameter parameter) => parameter.Kind is not (ParameterKind.CodeList or ParameterKind.Procedure) && parameter.Name.Key != "pay.ranks";
}
