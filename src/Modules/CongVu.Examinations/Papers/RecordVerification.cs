using System.Globalization;

namespace CongVu.Examinations.Papers;

/// <summary>One thing that was checked.</summary>
internal sealed record RecordCheck(string What, bool Holds, string Detail);

/// <summary>Computes a sealed record again and compares. Every difference says where it is.</summary>
internal static class RecordVerification
{
    public static IReadOnlyList<RecordCheck> Check(SealedRecord record)
    {
        List<RecordCheck> checks = [];
        byte[] secret;
        try { secret = Convert.FromHexString(record.BoardSecret); }
        catch (FormatException) { return [new("board secret", false, "Bí mật của hội đồng không phải số hệ 16.")]; }
        checks.Add(new("board secret", secret.Length == 32, secret.Length == 32 ? "32 byte" : $"Bí mật của hội đồng dài {secret.Length} byte, phải là 32."));
        var twice = record.Bank.GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        var bodies = record.Bank.Where(e => e.Body is not null && SealedEntry.HashOf(e.Salt ?? "", e.Body) != e.Hash).Select(e => e.Id).ToList();
        checks.Add(new("bank", twice.Count + bodies.Count == 0, twice.Count > 0 ? $"Câu trùng mã: {string.Join(", ", twice)}." : bodies.Count > 0 ? $"Nội dung không khớp mã băm: {string.Join(", ", bodies)}." : $"{record.Bank.Count} câu"));
        if (twice.Count > 0) return checks;
        IReadOnlyList<BankEntry> bank = [.. record.Bank.Select(e => e.Entry)];
        var commitment = Sealing.Commitment(Sealing.BankHash(bank), Sealing.Hash(record.Blueprint.Canonical()), secret, record.PublicRule);
        checks.Add(new("commitment", commitment == record.Commitment, commitment == record.Commitment ? commitment
            : "Ngân hàng, ma trận đề, bí mật hoặc quy tắc lấy giá trị công khai không phải là cái đã cam kết trước khi thi."));
        var small = record.Blueprint.Short(bank);
        checks.Add(new("bank size", small.Count == 0, small.Count == 0 ? $"Ít nhất {Blueprint.BankFactor} lần số câu dùng"
            : string.Join("; ", small.Select(s => string.Create(CultureInfo.InvariantCulture, $"“{s.Cell.Topic}” mức {s.Cell.Level}: {s.Has} câu cho {s.Cell.Count} câu dùng")))));
        PaperDraw draw;
        try { draw = new PaperDraw(record.Blueprint, bank); }
        catch (ArgumentException refused) { return [.. checks, new("papers", false, refused.Message)]; }
        checks.Add(Papers(record, draw, Sealing.Seed(secret, record.Commitment, record.PublicValue)));
        if (record.Papers.Count > 0 && checks[^1].Holds) checks.Add(Difficulty(record, draw, bank));
        return checks;
    }

    private static RecordCheck Papers(SealedRecord record, PaperDraw draw, byte[] seed)
    {
        var twice = record.Papers.GroupBy(p => p.Candidate).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) return new("papers", false, $"Hai đề cùng số báo danh {twice.Key}.");
        foreach (var paper in record.Papers)
        {
            var drawn = draw.For(seed, paper.Candidate);
            if (drawn.Questions.Count != paper.Questions.Count) return new("papers", false, $"Đề {paper.Candidate}: có {paper.Questions.Count} câu, phải có {drawn.Questions.Count}.");
            for (var i = 0; i < drawn.Questions.Count; i++)
            {
                var (mine, theirs) = (drawn.Questions[i], paper.Questions[i]);
                if (mine.Item != theirs.Item) return new("papers", false, $"Đề {paper.Candidate}, câu {i + 1}: là “{theirs.Item}”, phải là “{mine.Item}”.");
                if (mine.PointsHundredths != theirs.PointsHundredths) return new("papers", false, $"Đề {paper.Candidate}, câu {i + 1}: điểm khác ma trận đề.");
                if (!mine.Options.SequenceEqual(theirs.Options)) return new("papers", false, $"Đề {paper.Candidate}, câu {i + 1}: thứ tự phương án là {string.Join(' ', theirs.Options)}, phải là {string.Join(' ', mine.Options)}.");
            }
        }
        return new("papers", true, $"{record.Papers.Count} đề");
    }

    private static RecordCheck Difficulty(SealedRecord record, PaperDraw draw, IReadOnlyList<BankEntry> bank)
    {
        var byId = bank.ToDictionary(e => e.Id);
        var expected = record.Papers.Select(p => p.Expected(byId)).ToList();
        var spread = expected.Max() - expected.Min();
        string Points(long value) => (value / 100_000m).ToString("0.###", CultureInfo.GetCultureInfo("vi-VN"));
        return new("difficulty", spread <= draw.Bound, $"Điểm kỳ vọng từ {Points(expected.Min())} đến {Points(expected.Max())}; chênh {Points(spread)}, không thể quá {Points(draw.Bound)}.");
    }
}
