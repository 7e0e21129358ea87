using System.Collections.Concurrent;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CongVu.Load.Driving;

namespace CongVu.Load.Screens;

/// <summary>
/// The ordinary save of this product: one field of a draft decision is changed, the whole form is sent, the process, the new version
/// and the audit line are committed to disk. Every client edits a draft of its own.
/// </summary>
internal sealed class DraftSaveScenario : ScreenScenario
{
    private const string Edited = ".procedure";
    private readonly ConcurrentDictionary<int, OpenDraft> _drafts = new();

    public override string Name => "save";

    public override string Summary => "save of one edit of a draft appointment (form sent, locked, written with process and audit line, committed with fsync, answered)";

    protected override IReadOnlyList<string> Accounts { get; } = ["snv", "snv2", "hr.sxd", "hr.phuong"];

    protected override int Target => 40;

    protected override async Task PrepareAsync(Client client, CancellationToken ct)
    {
        const string start = "/quyet-dinh/soan-moi/appoint";
        var people = await Listed.OfAsync(client, ct);
        var form = await client.OpenAsync(start, ct);
        var page = await client.PostAsync(form, start, ct, ("chon", people[client.Number % people.Count].Id));
        if (!client.At.EndsWith("/soan", StringComparison.Ordinal)) throw new InvalidOperationException($"{client.Account} got no draft but {client.At}.");
        _drafts[client.Number] = new OpenDraft(client.At, Fields(page));
    }

    protected override async Task AskAsync(Client client, int number, CancellationToken ct)
    {
        var draft = _drafts[client.Number];
        draft.Fields["phien-ban"] = draft.Version.ToString(CultureInfo.InvariantCulture);
        draft.Fields[draft.EditedField] = $"Tờ trình số {number + 1} ngày 20/11/2026";
        await client.SendFormAsync($"{draft.Address}?handler=Save", draft.Fields, draft.Address, ct);
        draft.Version++;
    }

    protected override async Task VerifyAsync(Client client, CancellationToken ct)
    {
        var draft = _drafts[client.Number];
        var stored = Fields(await client.OpenAsync(draft.Address, ct));
        if (stored["phien-ban"] != draft.Version.ToString(CultureInfo.InvariantCulture) || stored[draft.EditedField] != draft.Fields[draft.EditedField])
            throw new InvalidOperationException($"{client.Account}: the draft is stored in version {stored["phien-ban"]} with “{stored[draft.EditedField]}”, not in version {draft.Version} with “{draft.Fields[draft.EditedField]}”.");
    }

    private static Dictionary<string, string> Fields(IHtmlDocument page)
    {
        var form = page.QuerySelector<IHtmlFormElement>("form#soan") ?? throw new InvalidOperationException("No form of a draft.");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in form.Elements)
            if (element.GetAttribute("name") is { Length: > 0 } name && Value(element) is { } value) fields[name] = value;
        return fields;
    }

    private static string? Value(IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        _ => null,
    };

    private sealed class OpenDraft(string address, Dictionary<string, string> fields)
    {
        public string Address { get; } = address;

        public Dictionary<string, string> Fields { get; } = fields;

        public string EditedField { get; } = fields.Keys.First(k => k.EndsWith(Edited, StringComparison.Ordinal));

        public int Version { get; set; } = int.Parse(fields["phien-ban"], CultureInfo.InvariantCulture);
    }
}
