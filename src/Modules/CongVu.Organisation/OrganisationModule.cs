using CongVu.Platform.Modules;

namespace CongVu.Organisation;

/// <summary>Units through time and who may decide what.</summary>
public sealed class OrganisationModule : Module
{
    /// <inheritdoc />
    public override string Name => "Organisation";
}
