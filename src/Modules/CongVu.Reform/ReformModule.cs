using CongVu.Platform.Modules;

namespace CongVu.Reform;

/// <summary>See README.md of the module.</summary>
public sealed class ReformModule : Module
{
    /// <inheritdoc />
    public override string Name => "Reform";
}
