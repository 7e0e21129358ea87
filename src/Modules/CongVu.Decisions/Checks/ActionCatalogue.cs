using System.Collections.Frozen;
using CongVu.Decisions.Contracts;
using CongVu.Platform.Web.Pipeline;

namespace CongVu.Decisions.Checks;

/// <summary>The closed catalogue of actions, as registered by this module and the ones above.</summary>
internal sealed class ActionCatalogue
{
    private readonly FrozenDictionary<string, PersonnelAction> _byCode;

    public ActionCatalogue(IEnumerable<PersonnelAction> actions)
    {
        All = [.. actions];
        var twice = All.GroupBy(a => a.Code).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) throw new InvalidOperationException($"Two actions share the code {twice.Key}.");
        _byCode = All.ToFrozenDictionary(a => a.Code, StringComparer.Ordinal);
    }

    /// <summary>All actions in order of registration.</summary>
    public IReadOnlyList<PersonnelAction> All { get; }

    /// <summary>The action of a code.</summary>
    /// <exception cref="NotFoundException">The catalogue has none.</exception>
    public PersonnelAction Find(string code) => _byCode.GetValueOrDefault(code) ?? throw new NotFoundException("Không có nghiệp vụ này trong danh mục.");

    /// <summary>Vietnamese name; the code itself when its module is not installed any more.</summary>
    public string NameOf(string code) => _byCode.GetValueOrDefault(code)?.Name ?? code;
}
