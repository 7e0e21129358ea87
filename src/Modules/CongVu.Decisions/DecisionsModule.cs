using CongVu.Platform.Modules;

namespace CongVu.Decisions;

/// <summary>See README.md of the module.</summary>
public sealed class DecisionsModule : Module
{
    /// <inheritdoc />
    public override string Name => "Decisions";
}
