using CongVu.Organisation.Contracts;
using Npgsql;
using NpgsqlTypes;

namespace CongVu.Organisation.Data;

/// <summary>All rules and delegations at one revision. Immutable.</summary>
internal sealed class AuthorityBook(long revision, IReadOnlyList<AuthorityRule> rules, IReadOnlyList<AuthorityRule> superseded, IReadOnlyList<DelegationView> delegations)
{
    public long Revision => revision;

    /// <summary>Wordings in force or to come or expired, as the system knows them now.</summary>
    public IReadOnlyList<AuthorityRule> Rules => rules;

    public IReadOnlyList<DelegationView> Delegations => delegations;

    public AuthorityRule? Find(Guid id) => rules.FirstOrDefault(r => r.Id == id) ?? superseded.FirstOrDefault(r => r.Id == id);

    /// <summary>Every wording of one rule, the present ones first.</summary>
    public IReadOnlyList<AuthorityRule> Wordings(Guid ruleId) => [.. rules.Concat(superseded).Where(r => r.RuleId == ruleId)];

    /// <summary>The rules with the most fields that cover the case: none, one, or several that contradict each other.</summary>
    public IReadOnlyList<AuthorityRule> MostSpecific(AuthorityQuestion question, string? rankGroup, UnitView about, DateOnly on)
    {
        var covering = rules.Where(r => r.HoldsOn(on) && Covers(r.Key, question, rankGroup, about)).ToList();
        if (covering.Count == 0) return [];
        var most = covering.Max(r => r.Key.Specificity);
        return [.. covering.Where(r => r.Key.Specificity == most)];
    }

    /// <summary>Rules that would contradict one with this key in these days: as specific as it, and some case falls under both.</summary>
    public IReadOnlyList<AuthorityRule> Contradicting(AuthorityKey key, DateOnly from, DateOnly? until, Guid? exceptRuleId) =>
        [.. rules.Where(r => r.RuleId != exceptRuleId && r.Key.Specificity == key.Specificity && r.Key.Meets(key)
            && (until is null || r.From < until) && (r.Until is null || from < r.Until))];

    private static bool Covers(AuthorityKey key, AuthorityQuestion question, string? rankGroup, UnitView about) =>
        !(key.IsAboutPeople && AuthorityAction.IsAboutUnits(question.ActionCode))
        && (key.Action is null || key.Action == question.ActionCode) && (key.Category is null || key.Category == question.Category)
        && (key.Level is null || key.Level == question.Level) && (key.RankGroup is null || key.RankGroup == rankGroup)
        && (key.UnitKind is null || key.UnitKind == about.Kind) && (key.UnitLevel is null || key.UnitLevel == about.Level);
}

/// <summary>Holds the book of the newest revision for this node.</summary>
internal sealed class AuthorityBooks(NpgsqlDataSource source) : IDisposable
{
    private const string RuleSql = """
        select id, rule_id, action, category, level, rank_group, unit_kind, unit_level, signer, signer_unit_id, posts, consult, report, instrument, article, valid, upper_inf(recorded)
        from organisation.authority_rule order by instrument, id
        """;
    private const string DelegationSql = """
        select d.id, d.from_unit_id, d.from_post, d.from_account_id, f.display_name, d.to_unit_id, d.to_post, d.to_account_id, t.display_name, d.signs_as, d.actions,
               lower(d.valid), coalesce(least(d.revoked_from, upper(d.valid)), upper(d.valid)), d.source, d.revoked_at is not null
        from organisation.delegation d join platform.account f on f.id = d.from_account_id join platform.account t on t.id = d.to_account_id order by d.entered_at
        """;
    private readonly SemaphoreSlim _one = new(1, 1);
    private AuthorityBook? _current;

    public async ValueTask<AuthorityBook> AtAsync(long revision, CancellationToken ct)
    {
        if (Volatile.Read(ref _current) is { } held && held.Revision == revision) return held;
        await _one.WaitAsync(ct);
        try
        {
            if (_current is { } loaded && loaded.Revision == revision) return loaded;
            var book = await LoadAsync(ct);
            Volatile.Write(ref _current, book);
            return book;
        }
        finally { _one.Release(); }
    }

    public void Dispose() => _one.Dispose();

    private async Task<AuthorityBook> LoadAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        return await ReadAsync(connection, ct);
    }

    /// <summary>Reads the book through a connection, inside its transaction: what it is about to change it sees as it is.</summary>
    internal static async Task<AuthorityBook> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        long revision;
        await using (var command = new NpgsqlCommand("select no from organisation.revision where what = 'authority'", connection))
            revision = (long)(await command.ExecuteScalarAsync(ct))!;
        var current = new List<AuthorityRule>();
        var superseded = new List<AuthorityRule>();
        await using (var command = new NpgsqlCommand(RuleSql, connection))
        await using (var row = await command.ExecuteReaderAsync(ct))
            while (await row.ReadAsync(ct)) (row.GetBoolean(16) ? current : superseded).Add(Rule(row));
        var delegations = new List<DelegationView>();
        await using (var command = new NpgsqlCommand(DelegationSql, connection))
        await using (var row = await command.ExecuteReaderAsync(ct))
            while (await row.ReadAsync(ct)) delegations.Add(Delegation(row));
        return new AuthorityBook(revision, current, superseded, delegations);
    }

    private static AuthorityRule Rule(NpgsqlDataReader row)
    {
        var valid = row.GetFieldValue<NpgsqlRange<DateOnly>>(15);
        return new AuthorityRule(row.GetGuid(0), row.GetGuid(1),
            new AuthorityKey(Any(row, 2), Any(row, 3), One<LeadershipLevel>(row, 4), Any(row, 5), One<UnitKind>(row, 6), One<UnitLevel>(row, 7)),
            Enum.Parse<SignerKind>(row.GetString(8)), row.IsDBNull(9) ? null : row.GetGuid(9), row.GetFieldValue<string[]>(10),
            row.IsDBNull(11) ? null : row.GetString(11), row.IsDBNull(12) ? null : row.GetString(12), row.GetString(13), row.GetString(14),
            valid.LowerBound, valid.UpperBoundInfinite ? null : valid.UpperBound);
    }

    private static DelegationView Delegation(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetGuid(3), row.GetString(4),
        row.GetGuid(5), row.GetString(6), row.GetGuid(7), row.GetString(8), Enum.Parse<SignsAs>(row.GetString(9)), row.GetFieldValue<string[]>(10),
        row.GetFieldValue<DateOnly>(11), row.GetFieldValue<DateOnly>(12), row.GetString(13), row.GetBoolean(14));

    private static string? Any(NpgsqlDataReader row, int column) => row.GetString(column) is var text && text == AuthorityRuleRow.Any ? null : text;

    private static T? One<T>(NpgsqlDataReader row, int column) where T : struct, Enum => Any(row, column) is { } text ? Enum.Parse<T>(text) : null;
}
