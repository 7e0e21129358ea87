using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats;

/// <summary>What a file gave: items, and an account of everything that did not come along.</summary>
internal sealed class ReadSet(string format)
{
    private readonly HashSet<string> ids = [];

    public string Format { get; set; } = format;
    /// <summary>Questions met in the file, whatever became of them.</summary>
    public int Found { get; set; }
    public List<ExamItem> Items { get; } = [];
    public List<Unsupported> Unsupported { get; } = [];
    public List<Loss> Losses { get; } = [];
    public List<ReadError> Errors { get; } = [];

    public void Add(ExamItem item)
    {
        var settled = ItemForm.Settle(item);
        if (!ids.Add(settled.Id))
        {
            var n = 2;
            while (!ids.Add($"{item.Id}-{n}")) n++;
            settled = settled with { Id = $"{item.Id}-{n}" };
            Lose(settled.Id, $"Mã “{item.Id}” đã có trong tệp, câu này được đổi thành “{settled.Id}”.");
        }
        Items.Add(settled);
    }

    public void Refuse(string id, string reason) => Unsupported.Add(new Unsupported(id, reason));

    public void Lose(string id, string what)
    {
        var loss = new Loss(id, what);
        if (!Losses.Contains(loss)) Losses.Add(loss);
    }

    public void Fail(string where, string message) => Errors.Add(new ReadError(where, message));
}

/// <summary>A question the bank cannot hold, and why.</summary>
internal sealed record Unsupported(string Id, string Reason);

/// <summary>Something of an item that was left behind.</summary>
internal sealed record Loss(string Id, string What);

/// <summary>A question or file that could not be read: where it stands and how to mend it.</summary>
internal sealed record ReadError(string Where, string Message);

/// <summary>The whole file cannot be read; the message is for the user.</summary>
internal sealed class ItemFileException(string message, Exception? inner = null) : Exception(message, inner);
