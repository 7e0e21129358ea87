using CongVu.Platform.Modules;

namespace CongVu.Personnel;

/// <summary>Persons and their dated facts.</summary>
public sealed class PersonnelModule : Module
{
    /// <inheritdoc />
    public override string Name => "Personnel";
}
