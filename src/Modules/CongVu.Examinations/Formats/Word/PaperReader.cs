using System.Text.RegularExpressions;

namespace CongVu.Examinations.Formats.Word;

/// <summary>
/// A question paper in the usual Vietnamese layout: "Câu 1.", choices "A. B. C. D." on one or several lines, the key by bold, underline, colour,
/// highlight or an asterisk, by a line "Đáp án: B", or by a table of keys at the end.
/// </summary>
internal static partial class PaperReader
{
    public static ReadSet Read(string format, string name, IReadOnlyList<PaperLine> lines, MediaShelf media)
    {
        var set = new ReadSet(format);
        var keys = new Dictionary<int, string>();
        List<Draft> drafts = [];
        Draft? open = null;
        var isKeys = false;
        var topic = "";
        foreach (var line in lines)
        {
            var text = line.Text.Trim();
            if (text.Length == 0 && line.Pieces.All(p => p.Other is null)) continue;
            if (drafts.Count > 0 && KeyHeading().IsMatch(text)) { isKeys = true; open = null; }
            if (isKeys)
            {
                foreach (Match pair in KeyPair().Matches(text)) keys[int.Parse(pair.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture)] = pair.Groups["k"].Value;
                continue;
            }
            if (Question().Match(line.Text) is { Success: true } asked)
            {
                open = new Draft(int.Parse(asked.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture), line.Where, topic);
                drafts.Add(open);
                open.Add(Cut(line.Pieces, asked.Index + asked.Length, int.MaxValue));
            }
            else if (open is null)
            {
                if (drafts.Count == 0 || PartHeading().IsMatch(text)) topic = PartHeading().IsMatch(text) ? text.TrimEnd('.', ':') : topic;
            }
            else if (Answer().Match(text) is { Success: true } answer)
            {
                open.Answer = answer.Groups[1].Value.Trim();
            }
            else if (Why().Match(text) is { Success: true } why)
            {
                open.StartWhy(Cut(line.Pieces, why.Length, int.MaxValue));
            }
            else if (PartHeading().IsMatch(text) && open.Choices.Count > 0)
            {
                (topic, open) = (text.TrimEnd('.', ':'), null);
            }
            else
            {
                open.Add(line.Pieces);
            }
        }
        set.Found = drafts.Count;
        foreach (var draft in drafts)
        {
            try { draft.Finish(set, media, keys.GetValueOrDefault(draft.Number)); }
            catch (ItemFileException broken) { set.Fail($"{name}, {draft.Where}, câu {draft.Number}", broken.Message); }
        }
        if (drafts.Count == 0) set.Fail(name, "Không thấy câu hỏi nào. Mỗi câu bắt đầu bằng “Câu 1.”, các phương án bằng “A.”, “B.”, …");
        return set;
    }

    /// <summary>Whether text is a paper of this layout.</summary>
    public static bool Looks(string text) => Line().IsMatch(text);

    /// <summary>Pieces between two places of the text; what is no text belongs to the place where it stands.</summary>
    public static List<Piece> Cut(IReadOnlyList<Piece> pieces, int from, int to)
    {
        List<Piece> cut = [];
        var at = 0;
        foreach (var piece in pieces)
        {
            var (start, end) = (at, at + piece.Text.Length);
            at = end;
            if (piece.Other is not null)
            {
                if (start >= from && start < to) cut.Add(piece);
                continue;
            }
            var (low, high) = (Math.Max(start, from), Math.Min(end, to));
            if (low < high) cut.Add(piece with { Text = piece.Text[(low - start)..(high - start)] });
        }
        return cut;
    }

    [GeneratedRegex(@"^\s*(?:câu|question)\s*(?:hỏi\s*)?(?:số\s*)?(?<n>\d{1,4})\s*(?:\([^)]{0,40}\)\s*)?[.:)/\-–]?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Question();

    [GeneratedRegex(@"^\s*(?:câu|question)\s*(?:hỏi\s*)?(?:số\s*)?\d{1,4}\s*[.:)]", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^\s*(?:bảng\s+)?(?:đáp\s*án|key|answers?\s+key)(?:\s+(?:đề|môn|phần|chi tiết|trắc nghiệm|các câu).*)?\s*:?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex KeyHeading();

    [GeneratedRegex(@"(?:câu\s*)?(?<!\d)(?<n>\d{1,4})\s*[.:)\-–\t| ]\s*(?<k>[A-Ha-hĐđSs](?:\s*,\s*[A-H])*)(?![\p{L}])", RegexOptions.IgnoreCase)]
    private static partial Regex KeyPair();

    [GeneratedRegex(@"^(?:đáp\s*án(?:\s*đúng)?|answer)\s*(?:là)?\s*[:.]\s*(.{1,300}?)\s*\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^\s*(?:giải\s*thích|lời\s*giải|hướng\s*dẫn(?:\s*giải)?|explanation)\s*[:.]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Why();

    [GeneratedRegex(@"^\s*(?:phần|chương|chuyên\s*đề|mục|part)\s+[IVX\d]+", RegexOptions.IgnoreCase)]
    private static partial Regex PartHeading();
}
