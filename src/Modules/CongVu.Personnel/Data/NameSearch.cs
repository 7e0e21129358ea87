using System.Linq.Expressions;
using CongVu.Personnel.Contracts;
using CongVu.Personnel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CongVu.Personnel.Data;

/// <summary>The condition that a name or personal id is what was typed (<see cref="PersonSearch"/>), in the form whose index is quickest.</summary>
internal static class NameSearch
{
    /// <summary>Null when nothing was typed.</summary>
    public static Expression<Func<PersonRow, bool>>? Condition(string? typed)
    {
        if (PersonSearch.Pattern(typed) is not { } pattern) return null;
        var words = PersonSearch.NameWords(typed);
        return words.Length == 0 ? r => EF.Functions.Like(r.SearchKey, pattern) : r => NameFound(r.SearchKey, words, pattern);
    }

    /// <summary>personnel.name_found in the database.</summary>
    public static bool NameFound(string searchKey, string[] prefixes, string pattern) => throw new NotSupportedException($"{searchKey}, {prefixes.Length}, {pattern}: only inside a query.");

    public static void Declare(IMutableModel model)
    {
        var function = model.AddDbFunction(typeof(NameSearch).GetMethod(nameof(NameFound))!);
        (function.Schema, function.Name) = ("personnel", "name_found");
    }
}
