namespace CongVu.Examinations.Formats;

/// <summary>What an export could not carry.</summary>
internal sealed class ExportAccount
{
    public List<Unsupported> Unsupported { get; } = [];
    public List<Loss> Losses { get; } = [];

    public void Refuse(string id, string reason) => Unsupported.Add(new Unsupported(id, reason));

    public void Lose(string id, string what)
    {
        var loss = new Loss(id, what);
        if (!Losses.Contains(loss)) Losses.Add(loss);
    }
}
